package dev.cadastre.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntry;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientConnectionServiceFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.io.IoService;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;

/** The SSH protocol engine, set up as we want it: our algorithms, our limits, no files read. */
final class Transport extends SshClient {
    private static final long WINDOW_BYTES = 512L << 10;
    private static final int SIGNS_OF_LIFE_MISSED = 3;

    static {
        // Four times slower than the JDK's own providers in a handshake.
        SecurityUtils.setAPrioriDisabledProvider(SecurityUtils.BOUNCY_CASTLE, true);
    }

    /** Makes an engine that is started. */
    static Transport started(Duration keepAlive) {
        Transport transport =
                (Transport)
                        ClientBuilder.builder()
                                .factory(Transport::new)
                                .keyExchangeFactories(Algorithms.keyExchanges())
                                .cipherFactories(Algorithms.ciphers())
                                .macFactories(Algorithms.macs())
                                .signatureFactories(Algorithms.signatures())
                                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                                .serverKeyVerifier((session, address, key) -> {
                                    Handshake handshake = Handshake.of(session);
                                    return handshake != null && handshake.accepts(key);
                                })
                                .build();
        transport.setServiceFactories(
                List.of(OfferedMethods.FACTORY, ClientConnectionServiceFactory.INSTANCE));
        transport.setUserAuthFactories(
                List.of(
                        Credentials.PUBLIC_KEY,
                        UserAuthPasswordFactory.INSTANCE,
                        UserAuthKeyboardInteractiveFactory.INSTANCE));
        transport.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        transport.addSessionListener(new Handshake.Listener());
        transport.limit(keepAlive);
        transport.start();
        return transport;
    }

    private void limit(Duration keepAlive) {
        CoreModuleProperties.WINDOW_SIZE.set(this, WINDOW_BYTES);
        CoreModuleProperties.TCP_NODELAY.set(this, true);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(this, keepAlive);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(this, SIGNS_OF_LIFE_MISSED);
        // Phases and idle connections have limits of their own, told apart in results.
        CoreModuleProperties.AUTH_TIMEOUT.set(this, Duration.ZERO);
        CoreModuleProperties.IDLE_TIMEOUT.set(this, Duration.ZERO);
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(this, Duration.ZERO);
        CoreModuleProperties.PASSWORD_PROMPTS.set(this, 1);
    }

    /** Begins a TCP connection, and a session over it. */
    ConnectFuture connect(String user, InetSocketAddress address, AttributeRepository context)
            throws IOException {
        return doConnect(user, address, context, null, null, configuration(user));
    }

    /** Begins a session over a connection that is there already. */
    ClientSession over(IoSession connection, String user, AttributeRepository context)
            throws Exception {
        connection.setAttribute(AttributeRepository.class, context);
        getSessionFactory().sessionCreated(connection);
        ClientSessionImpl session = (ClientSessionImpl) AbstractSession.getSession(connection);
        session.setUsername(user);
        session.setConnectAddress(connection.getRemoteAddress());
        session.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        return session;
    }

    /** The service that a tunnel belongs to, as far as sessions ask. */
    IoService connections() {
        return connector;
    }

    private static HostConfigEntry configuration(String user) {
        HostConfigEntry configuration = new HostConfigEntry("*", "", 0, user);
        configuration.setIdentitiesOnly(true);
        return configuration;
    }
}
