package dev.cadastre.change.run;

import dev.cadastre.change.script.Script;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A script of a bundle.
 *
 * @param number by which it is called; unique in its bundle
 * @param script what it says
 * @param as the account that it is done as; null for the one that connects
 * @param limit how long it may take
 * @param isLookedAt whether opening the bundle looks with it
 */
public record BundledScript(
        int number, Script script, @Nullable String as, Duration limit, boolean isLookedAt) {}
