package dev.cadastre.server.inventory.support;

import org.roaringbitmap.RoaringBitmap;

/** A version of a product, and the ordinals of the hosts that have it. */
record SupportedPart(String product, String version, RoaringBitmap hosts) {}
