"""Operations that answer in the letters' own words."""
