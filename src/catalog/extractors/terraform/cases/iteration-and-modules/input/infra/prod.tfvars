enabled    = true
production = true
allowed    = ["10.0.0.0/8"]
