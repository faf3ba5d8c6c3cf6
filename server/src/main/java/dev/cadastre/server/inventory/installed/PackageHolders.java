package dev.cadastre.server.inventory.installed;

import org.roaringbitmap.RoaringBitmap;

/** Which hosts have a package at one moment. Bitmaps are not to be changed by readers. */
public interface PackageHolders {

    /** The ordinals of the hosts that have a package; hosts that do not live may be among them. */
    RoaringBitmap holders(int packageId);
}
