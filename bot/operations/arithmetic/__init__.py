"""Operations that calculate over printed figures and show the working."""
