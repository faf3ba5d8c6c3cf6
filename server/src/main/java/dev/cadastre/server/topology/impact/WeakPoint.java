package dev.cadastre.server.topology.impact;

import dev.cadastre.server.topology.AssetName;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * An asset that nothing stands in for.
 *
 * @param asset what it is
 * @param title what people call it
 * @param environment where it is; null if nowhere
 * @param fallen how many others stop with it, at least one
 * @param apps how many of these are applications
 */
@NamedInterface("impact")
public record WeakPoint(
        AssetName asset, String title, @Nullable String environment, int fallen, int apps) {}
