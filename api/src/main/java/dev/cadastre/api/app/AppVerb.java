package dev.cadastre.api.app;

/** What is wanted of an app. */
public enum AppVerb {
    /** That it is there: it is installed, or made again what its parcel describes. */
    DEPLOY,
    /** That parameters have other values. */
    CONFIGURE,
    /** That it is of another version. */
    UPGRADE,
    /** That it is gone; its data stay unless somebody says otherwise. */
    REMOVE
}
