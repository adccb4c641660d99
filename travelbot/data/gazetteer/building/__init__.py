"""Build time only: turns GeoNames, CLDR, airport data and reviewed tables into the gazetteer."""
