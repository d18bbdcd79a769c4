"""Operations that tell printed figures or what one of them implies."""
