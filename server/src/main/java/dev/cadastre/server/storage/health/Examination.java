package dev.cadastre.server.storage.health;

import java.util.List;

/** One look at a part of the installation. */
@FunctionalInterface
public interface Examination {

    /**
     * What is wrong there; nothing if all is well. May throw: that is a finding, too. Takes no
     * permission, and is asked by several threads at once.
     */
    List<Finding> examine();
}
