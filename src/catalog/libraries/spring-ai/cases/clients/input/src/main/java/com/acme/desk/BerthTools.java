package com.acme.desk;

import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

class BerthTools {

    @Tool(description = "Finds a free berth")
    String findBerth(@ToolParam(description = "metres") int length) {
        return "7";
    }
}
