package dev.cadastre.server.parcels.app;

import org.springframework.modulith.NamedInterface;

/**
 * The parcel of a revision, which need not be kept any more.
 *
 * @param digest of its manifest
 */
@NamedInterface("app")
public record AppParcel(String name, String version, String digest) {

    @Override
    public String toString() {
        return name + " " + version;
    }
}
