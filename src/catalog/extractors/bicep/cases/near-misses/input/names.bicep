param location string = 'westeurope'
output x string = location
