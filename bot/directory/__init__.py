"""Files of services: the starter data, JSON, and the tables of HSDS."""
