package dev.cadastre.api.telling;

/** How far a delivery has come. */
public enum DeliveryState {
    /** It is tried, again and again if need be. */
    WAITING,
    /** The other side took it. */
    DELIVERED,
    /** It was given up. */
    FAILED
}
