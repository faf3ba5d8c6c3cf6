package dev.cadastre.server.dispatch.outgoing;

import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** Knows secrets by name. Thread-safe. */
@NamedInterface("outgoing")
@FunctionalInterface
public interface Secrets {

    /** Of the variables that hold secrets; nothing else of the environment is one. */
    String PREFIX = "CADASTRE_SECRET_";

    /** The secret of a name without the prefix. */
    Optional<String> find(String name);

    /** Those of the environment that the server was started with. */
    static Secrets ofEnvironment() {
        return name -> Optional.ofNullable(System.getenv(PREFIX + name));
    }
}
