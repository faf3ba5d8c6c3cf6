package dev.cadastre.server.parcels.app;

import org.springframework.modulith.NamedInterface;

/**
 * Something else is there of an app than before. Published when that is written down.
 *
 * @param revision what is there; if its state is not {@code CURRENT}, nothing is, and it is what
 *     was
 */
@NamedInterface("app")
public record AppChanged(AppName app, AppRevision revision) {}
