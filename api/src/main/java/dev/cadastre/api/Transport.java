package dev.cadastre.api;

/** What carries a conversation. */
public enum Transport {
    TCP,
    UDP
}
