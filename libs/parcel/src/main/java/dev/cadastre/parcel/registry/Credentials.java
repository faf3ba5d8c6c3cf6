package dev.cadastre.parcel.registry;

import java.io.IOException;
import java.util.Optional;

/** Who asks, for each registry. Asked once that wants to know; safe for several threads. */
public interface Credentials {

    /** Nobody is known anywhere. */
    Credentials NONE = (host, repository) -> Optional.empty();

    /**
     * The login for a repository.
     *
     * @throws IOException if it cannot be found out
     */
    Optional<Login> login(RegistryHost host, String repository) throws IOException;
}
