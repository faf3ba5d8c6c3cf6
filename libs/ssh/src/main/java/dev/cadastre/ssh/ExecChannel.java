package dev.cadastre.ssh;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.PtyChannelConfiguration;
import org.apache.sshd.common.channel.PtyMode;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** The channel of one command: hands what arrives to a receiver, on an I/O thread. */
final class ExecChannel extends ChannelExec {
    private static final List<PtyMode> CHANGING =
            List.of(
                    PtyMode.ECHO,
                    PtyMode.ECHOE,
                    PtyMode.ECHOK,
                    PtyMode.ECHONL,
                    PtyMode.ICANON,
                    PtyMode.ISIG,
                    PtyMode.IEXTEN,
                    PtyMode.IXON,
                    PtyMode.IXOFF,
                    PtyMode.IXANY,
                    PtyMode.ICRNL,
                    PtyMode.INLCR,
                    PtyMode.IGNCR,
                    PtyMode.ISTRIP,
                    PtyMode.IMAXBEL,
                    PtyMode.OPOST,
                    PtyMode.ONLCR);

    private final Receiver receiver;
    private volatile boolean refused;

    /** Takes what a command writes. */
    interface Receiver {
        /** Whether the window may be opened again by as much. */
        boolean output(byte[] data, int offset, int length) throws IOException;

        /** Standard error; its window is always opened again. */
        void errors(byte[] data, int offset, int length);

        /** No more output comes. */
        void endOfOutput();
    }

    ExecChannel(String command, boolean onTerminal, Receiver receiver) {
        super(command, onTerminal ? transparentTerminal() : null, Map.of());
        this.receiver = receiver;
        setUsePty(onTerminal);
        setStreaming(ClientChannel.Streaming.Async);
    }

    /** One that passes all bytes on as they are (RFC 4254 section 8). */
    private static PtyChannelConfiguration transparentTerminal() {
        PtyChannelConfiguration terminal = new PtyChannelConfiguration();
        terminal.setPtyType("dumb");
        Map<PtyMode, Integer> modes = new EnumMap<>(PtyMode.class);
        for (PtyMode mode : CHANGING) {
            modes.put(mode, 0);
        }
        terminal.setPtyModes(modes);
        return terminal;
    }

    /** Sends the command what it reads, in pieces. */
    InputQueue input() {
        return new InputQueue(getAsyncIn());
    }

    /** Whether the host answered that it would not run the command. */
    boolean isRefused() {
        return refused;
    }

    @Override
    public void handleFailure() throws IOException {
        refused = true;
        super.handleFailure();
    }

    @Override
    protected void doWriteData(byte[] data, int offset, long length) throws IOException {
        if (!isClosing() && receiver.output(data, offset, (int) length)) {
            getLocalWindow().release(length);
        }
    }

    @Override
    protected void doWriteExtendedData(byte[] data, int offset, long length) throws IOException {
        if (!isClosing()) {
            receiver.errors(data, offset, (int) length);
            getLocalWindow().release(length);
        }
    }

    @Override
    public void handleEof() throws IOException {
        receiver.endOfOutput();
        super.handleEof();
    }

    @Override
    public void handleClose() throws IOException {
        // What the command did not read nobody will; waiting for it would never end.
        if (getAsyncIn() != null) {
            getAsyncIn().close(true);
        }
        super.handleClose();
    }

    /** Sends the command its whole standard input, as fast as it reads, and then end of file. */
    void feed(byte[] input) throws IOException {
        IoOutputStream stream = getAsyncIn();
        if (input.length > 0) {
            stream.writeBuffer(new ByteArrayBuffer(input))
                    .addListener(written -> stream.close(false));
        } else {
            stream.close(false);
        }
    }

    /**
     * Asks the host to end the command (RFC 4254 section 6.9; OpenSSH heeds it since 7.9, but not
     * for root).
     */
    void terminate() throws IOException {
        Buffer request = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST, Long.SIZE);
        request.putUInt(getRecipient());
        request.putString("signal");
        request.putBoolean(false);
        request.putString("TERM");
        writePacket(request);
    }
}
