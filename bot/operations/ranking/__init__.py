"""Operations over groups of comparable figures."""
