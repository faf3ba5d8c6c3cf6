package dev.cadastre.ssh;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.auth.pubkey.KeyAgentIdentity;
import org.apache.sshd.client.auth.pubkey.KeyPairIdentity;
import org.apache.sshd.client.auth.pubkey.PublicKeyAuthenticationReporter;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.SignatureFactoriesManager;

/**
 * The identities of one connection, made ready on the caller's thread, and what became of each.
 * Keys are tried in the given order, then passwords.
 */
final class Credentials {
    /** Tries the keys of the session's credentials, and none from anywhere else. */
    static final UserAuthPublicKeyFactory PUBLIC_KEY =
            new UserAuthPublicKeyFactory() {
                @Override
                public UserAuthPublicKey createUserAuth(ClientSession session) {
                    return new InGivenOrder();
                }
            };

    private static final AttributeKey<Credentials> OF_SESSION = new AttributeKey<>();

    private final List<Key> keys = new ArrayList<>();
    private final List<String> passwords = new ArrayList<>();
    private final Map<String, RunResult.Attempt> attempts = new LinkedHashMap<>();

    private sealed interface Key {
        String name();

        /** A key that we hold. */
        record Held(String name, KeyPair pair) implements Key {}

        /** A key that an agent holds. */
        record OfAgent(String name, Agent agent, PublicKey key) implements Key {}
    }

    /** Reads key files, asks agents for their keys and suppliers for their secrets. */
    static Credentials of(List<Identity> identities, KeyFiles files, Duration agentLimit) {
        Credentials credentials = new Credentials();
        for (Identity identity : identities) {
            if (identity instanceof Identity.KeyFile file) {
                credentials.add(file, files.read(file));
            } else if (identity instanceof Identity.Agent agent) {
                credentials.add(agent, new Agent(agent.socket(), agentLimit));
            } else if (identity instanceof Identity.Password password) {
                credentials.add(password.secret().get());
            }
        }
        return credentials;
    }

    private void add(Identity.KeyFile file, KeyFiles.Read read) {
        if (read instanceof KeyFiles.Read.Key key) {
            keys.add(new Key.Held(named(file.describe(), key.pair().getPublic()), key.pair()));
        } else if (read instanceof KeyFiles.Read.Unusable unusable) {
            unusable(file.describe(), unusable.reason());
        }
    }

    private void add(Identity.Agent identity, Agent agent) {
        try {
            int before = keys.size();
            for (Map.Entry<PublicKey, String> held : agent.getIdentities()) {
                String name = named(identity.describe() + " key " + held.getValue(), held.getKey());
                keys.add(new Key.OfAgent(name, agent, held.getKey()));
            }
            if (keys.size() == before) {
                unusable(identity.describe(), "it holds no keys; add one with ssh-add");
            }
        } catch (IOException e) {
            unusable(identity.describe(), "it cannot be asked: " + e.getMessage());
        }
    }

    private void add(char[] secret) {
        passwords.add(new String(secret));
        Arrays.fill(secret, '\0');
    }

    private static String named(String source, PublicKey key) {
        return source + " (" + KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key) + ")";
    }

    private void unusable(String name, String reason) {
        attempts.put(name, new RunResult.Attempt(name, RunResult.Attempt.Outcome.UNUSABLE, reason));
    }

    /** Lets the session authenticate with these. */
    void giveTo(ClientSession session) {
        session.setAttribute(OF_SESSION, this);
        session.setPublicKeyAuthenticationReporter(new Reporter());
        passwords.forEach(session::addPasswordIdentity);
    }

    /** Takes the secrets back, so that a kept connection keeps none. */
    void takeFrom(ClientSession session) {
        session.removeAttribute(OF_SESSION);
        session.setPublicKeyAuthenticationReporter(null);
        passwords.forEach(session::removePasswordIdentity);
        passwords.clear();
    }

    /** What became of each identity, given the methods that the host offered. */
    synchronized List<RunResult.Attempt> attempts(List<String> offered) {
        List<RunResult.Attempt> all = new ArrayList<>(attempts.values());
        if (!passwords.isEmpty()) {
            boolean wanted =
                    offered.contains("password") || offered.contains("keyboard-interactive");
            all.add(
                    wanted
                            ? new RunResult.Attempt(
                                    "password", RunResult.Attempt.Outcome.REJECTED, "")
                            : new RunResult.Attempt(
                                    "password",
                                    RunResult.Attempt.Outcome.UNUSABLE,
                                    "the host takes none"));
        }
        return all;
    }

    private synchronized void tried(PublicKey key, boolean partly) {
        for (Key candidate : keys) {
            if (KeyUtils.compareKeys(publicKey(candidate), key)) {
                attempts.put(
                        candidate.name(),
                        new RunResult.Attempt(
                                candidate.name(),
                                partly
                                        ? RunResult.Attempt.Outcome.PARTLY_ACCEPTED
                                        : RunResult.Attempt.Outcome.REJECTED,
                                ""));
            }
        }
    }

    private static PublicKey publicKey(Key key) {
        return key instanceof Key.Held held ? held.pair().getPublic() : ((Key.OfAgent) key).key();
    }

    private Iterator<PublicKeyIdentity> identities(
            ClientSession session, SignatureFactoriesManager signatures) {
        return keys.stream().map(key -> identity(key, session, signatures)).iterator();
    }

    private static PublicKeyIdentity identity(
            Key key, ClientSession session, SignatureFactoriesManager signatures) {
        return key instanceof Key.OfAgent held
                ? new KeyAgentIdentity(held.agent(), held.key(), held.name())
                : new KeyPairIdentity(signatures, session, ((Key.Held) key).pair());
    }

    private final class Reporter implements PublicKeyAuthenticationReporter {
        @Override
        public void signalAuthenticationFailure(
                ClientSession session,
                String service,
                KeyPair identity,
                boolean partial,
                List<String> serverMethods) {
            if (identity != null) {
                tried(identity.getPublic(), partial);
            }
        }
    }

    private static final class InGivenOrder extends UserAuthPublicKey {
        @Override
        protected Iterator<PublicKeyIdentity> createPublicKeyIterator(
                ClientSession session, SignatureFactoriesManager signatures) {
            Credentials credentials = session.getAttribute(OF_SESSION);
            return credentials == null
                    ? List.<PublicKeyIdentity>of().iterator()
                    : credentials.identities(session, signatures);
        }
    }
}
