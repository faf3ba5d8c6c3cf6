package dev.cadastre.server.parcels.app;

import org.springframework.modulith.NamedInterface;

/** What is wanted of an app. */
@NamedInterface("app")
public enum AppVerb {
    /** That it is there, and as its parcel describes. */
    DEPLOY,
    /** That parameters have other values. */
    CONFIGURE,
    /** That it is of another version. */
    UPGRADE,
    /** That it is gone. */
    REMOVE
}
