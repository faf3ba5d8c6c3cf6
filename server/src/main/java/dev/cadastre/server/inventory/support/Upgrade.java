package dev.cadastre.server.inventory.support;

import dev.cadastre.probe.OfferedPackage;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A version, newer than what a host has, that its repositories offer.
 *
 * @param offer the package or module
 * @param installed the version that the host has of that package; null if it has none
 * @param judgement how long it is supported
 */
@NamedInterface("support")
public record Upgrade(
        OfferedPackage offer, @Nullable String installed, SupportJudgement judgement) {}
