package main

func a( {

func b() { c("x") }
