# Moderators of the game of Go
Alice: 9 dan
