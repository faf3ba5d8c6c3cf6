package dev.cadastre.change.host;

/** How many bytes are kept of all that comes in one trip, however it is cut up. For one thread. */
final class ByteRoom {

    private long left;

    /** So many. */
    ByteRoom(long most) {
        this.left = most;
    }

    /** As many of these as there is room for, which are taken. */
    int take(int wanted) {
        int taken = (int) Math.min(wanted, left);
        left -= taken;
        return taken;
    }
}
