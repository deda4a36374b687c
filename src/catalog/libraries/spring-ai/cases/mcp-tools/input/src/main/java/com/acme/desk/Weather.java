package com.acme.desk;

import org.springaicommunity.mcp.annotation.McpTool;
import org.springframework.stereotype.Service;

@Service
public class Weather {

    @McpTool(name = "tide", description = "Tells the tide at a pier")
    public double tide(String pier) {
        return 1.2;
    }

    /** Not offered to anybody. */
    public double wind(String pier) {
        return 3;
    }
}
