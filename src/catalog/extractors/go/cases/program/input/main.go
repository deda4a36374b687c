package main

import "os"

// Berth is where a ship lies.
type Berth struct {
	Name string
}

// Free tells whether it is free.
func (b *Berth) Free() bool { return b.Name == os.Getenv("FREE_BERTH") }
