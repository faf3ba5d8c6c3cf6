package dev.cadastre.api.app;

/** Which of a parcel's changes is done. */
public enum AppStep {
    /** It is installed. */
    INSTALL,
    /** It is brought to another version. */
    UPGRADE,
    /** It is given other values. */
    CONFIGURE,
    /** A provider learns of an app that binds to it. */
    BIND,
    /** A provider forgets such an app. */
    UNBIND,
    /** It is taken away. */
    REMOVE,
    /** Its data are taken away. */
    PURGE
}
