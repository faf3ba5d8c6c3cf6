package dev.cadastre.server.alerting.delivering;

import org.springframework.modulith.NamedInterface;

/** How far a delivery has come. */
@NamedInterface("delivering")
public enum DeliveryState {
    /** It is tried, again and again if need be. */
    WAITING,
    /** The other side took it. */
    DELIVERED,
    /** It was given up. */
    FAILED
}
