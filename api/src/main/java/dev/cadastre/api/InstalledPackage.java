package dev.cadastre.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One installed version of a piece of software.
 *
 * @param name as its package manager calls it
 * @param version as its package manager prints it
 * @param arch null where such packages have none
 * @param type the purl type: {@code deb}, {@code rpm}, {@code apk}, {@code pypi}, {@code npm} …
 * @param purl its package URL
 * @param source the source package it was built from; null where unknown
 * @param vendor who made it; null where unknown
 * @param root the folder of the environment that holds it; null for the system itself
 * @param since when it was first reported in this version, by the server's clock
 */
public record InstalledPackage(
        String name,
        String version,
        @Nullable String arch,
        String type,
        String purl,
        @Nullable String source,
        @Nullable String vendor,
        @Nullable String root,
        Instant since) {}
