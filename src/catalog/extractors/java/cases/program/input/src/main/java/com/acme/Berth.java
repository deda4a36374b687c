package com.acme;

import java.util.List;

/** Where a ship lies. */
public class Berth {
    private final String name = System.getenv("FREE_BERTH");

    @Deprecated
    public List<String> names() {
        return List.of(name);
    }
}
