package example.shop;

import io.a2a.server.PublicAgentCard;
import io.a2a.spec.AgentCapabilities;
import io.a2a.spec.AgentCard;
import jakarta.enterprise.inject.Produces;
import java.util.List;

public final class RefundCard {
  /** Looks like the builder of a card, and is one of a letter. */
  static Letter letter() {
    return new Letter.Builder().name("Reminder").description("No agent").build();
  }

  @Produces
  @PublicAgentCard
  public AgentCard agentCard() {
    return new AgentCard.Builder()
        .name("Refund Agent")
        .description("Refunds " + "orders")
        .url("https://refunds.shop.example/a2a")
        .version("1.0.0")
        .capabilities(new AgentCapabilities.Builder().streaming(true).build())
        .defaultInputModes(List.of("text"))
        .build();
  }
}
