package dev.cadastre.ssh;

import java.util.List;
import org.apache.sshd.client.session.ClientUserAuthService;
import org.apache.sshd.client.session.ClientUserAuthServiceFactory;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.session.Session;

/** Authentication that remembers which methods the host named as worth trying. */
final class OfferedMethods extends ClientUserAuthService {
    static final ClientUserAuthServiceFactory FACTORY =
            new ClientUserAuthServiceFactory() {
                @Override
                public Service create(Session session) {
                    return new OfferedMethods(session);
                }
            };

    private OfferedMethods(Session session) {
        super(session);
    }

    /** Empty if the host has not named any yet. */
    static List<String> of(Session session) {
        OfferedMethods service = session.getService(OfferedMethods.class);
        List<String> methods = service == null ? null : service.serverMethods;
        return methods == null ? List.of() : List.copyOf(methods);
    }
}
