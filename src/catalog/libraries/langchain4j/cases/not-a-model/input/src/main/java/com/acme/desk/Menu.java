package com.acme.desk;

import dev.langchain4j.model.chat.ChatModel;
import java.util.List;

/** A menu of names calls nothing, and neither does a builder of one’s own. */
class Menu {
    static final List<String> NAMES = List.of("gpt-4o", "claude-3-5-sonnet");
    private final ChatModel model;

    Menu(ChatModel model) {
        this.model = model;
    }

    String label() {
        return Label.builder().modelName("gpt-4o").build().toString();
    }
}
