package com.acme;

class A {
    void a( {
    }
    void b() { c("x"); }
}
