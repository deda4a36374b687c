package com.acme.desk;

final class Settings {
    static final String KEY = System.getenv("HARBOUR_OPENAI_KEY");
    static final String MODEL = "llama3.1";
}
