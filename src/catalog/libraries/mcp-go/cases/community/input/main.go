package main

import (
	"context"

	"github.com/mark3labs/mcp-go/mcp"
	"github.com/mark3labs/mcp-go/server"
)

func main() {
	s := server.NewMCPServer("harbour", "1.0.0", server.WithToolCapabilities(true))
	find := mcp.NewTool("find_berth",
		mcp.WithDescription("Finds a free berth"),
		mcp.WithReadOnlyHintAnnotation(true),
		mcp.WithNumber("length", mcp.Required()),
	)
	s.AddTool(find, findBerth)
	register(s)
	server.ServeStdio(s)
}

func register(s *server.MCPServer) {
	s.AddTool(mcp.NewTool("cancel", mcp.WithDescription("Cancels a booking")), func(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		return mcp.NewToolResultText("done"), nil
	})
}

func plain(s *server.MCPServer) {
	s.AddTool(mcp.Tool{Name: "list_berths", Description: "Lists all berths"}, findBerth)
}

func findBerth(ctx context.Context, request mcp.CallToolRequest) (*mcp.CallToolResult, error) {
	return mcp.NewToolResultText("7"), nil
}
