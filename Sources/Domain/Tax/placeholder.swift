// Tax
