package dev.cadastre.server.parcels.repository;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/** Who knows which apps have a parcel, so that none is taken away from under them. */
@NamedInterface("repository")
public interface ParcelUse {

    /**
     * An app that has a parcel, or may go back to it.
     *
     * @param app its name, as {@code shop}
     * @param environment where it is
     */
    record User(String app, String environment) {

        /** {@code shop@qa}. */
        @Override
        public String toString() {
            return app + "@" + environment;
        }
    }

    /**
     * The apps that have any of some parcels.
     *
     * @param digests of the parcels
     * @return by digest, in the order in which people want them; a parcel that nobody has may be
     *     missing
     */
    Map<String, List<User>> users(Collection<String> digests);
}
