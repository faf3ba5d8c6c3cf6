package dev.cadastre.server.alerting.delivering;

import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Which deliveries are asked for; what is null does not matter.
 *
 * @param before only those with a smaller number, for the next page
 */
@NamedInterface("delivering")
public record DeliveryQuery(
        @Nullable DeliveryState state,
        @Nullable Long incident,
        @Nullable String team,
        @Nullable Long before,
        int limit) {}
