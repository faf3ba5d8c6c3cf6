package dev.cadastre.probe;

/** The transport protocols whose sockets are read. */
public enum Transport {
    TCP,
    UDP
}
