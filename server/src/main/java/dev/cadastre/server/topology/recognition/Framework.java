package dev.cadastre.server.topology.recognition;

import org.jspecify.annotations.Nullable;

/**
 * What an application is built with.
 *
 * @param product the name of the framework among products: {@code django}
 * @param title how people write it
 * @param version null where no package tells it
 */
public record Framework(String product, String title, @Nullable String version) {}
