package dev.cadastre.server.inventory.installed;

/**
 * What the answers about packages need to know of a host.
 *
 * @param ordinal the host's place in bitmaps
 * @param revision grows with each change of the other components
 * @param name unique among living hosts
 * @param environment where it belongs
 * @param living whether it is not retired
 */
public record HostEntry(
        int ordinal, long revision, String name, String environment, boolean living) {}
