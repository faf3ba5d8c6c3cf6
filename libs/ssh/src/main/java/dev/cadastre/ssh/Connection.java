package dev.cadastre.ssh;

import org.apache.sshd.client.session.ClientSession;

/** An authenticated connection to a host whose key was found right. */
record Connection(ClientSession session, HostAddress at) {
    boolean isOpen() {
        return session.isOpen();
    }

    /** Says goodbye and closes; does not wait for it. */
    void close() {
        session.close(false);
    }
}
