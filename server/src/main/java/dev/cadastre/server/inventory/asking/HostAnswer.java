package dev.cadastre.server.inventory.asking;

import org.springframework.modulith.NamedInterface;

/** What became of asking one host. */
@NamedInterface("asking")
public interface HostAnswer {

    /** The host's environment when it was asked, which decides who may read the answer. */
    String environment();
}
