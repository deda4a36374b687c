package com.acme.desk;

import dev.langchain4j.service.SystemMessage;

interface Clerk {
    @SystemMessage("You answer questions about berths.")
    String ask(String question);
}
