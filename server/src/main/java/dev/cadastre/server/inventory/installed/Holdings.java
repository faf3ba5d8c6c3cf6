package dev.cadastre.server.inventory.installed;

import java.util.NavigableMap;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/** Which hosts have which packages at one moment. Bitmaps are not to be changed by readers. */
public interface Holdings extends PackageHolders {

    /** The living hosts by name. */
    NavigableMap<String, HostEntry> hosts();

    /** The environments that have hosts. */
    Set<String> environments();

    /** The ordinals of the living hosts of an environment. */
    RoaringBitmap in(String environment);
}
