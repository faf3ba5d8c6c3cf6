package dev.cadastre.api.run;

import java.util.List;

/**
 * What was put into a bundle.
 *
 * @param changed the paths of the files that differed
 */
public record BundlePut(List<String> changed) {}
