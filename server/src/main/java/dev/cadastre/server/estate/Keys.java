package dev.cadastre.server.estate;

import java.util.List;

/** The keys that mean something to the estate itself; all others are free for applications. */
final class Keys {
    static final String ADDRESS = "address";
    static final String ENVIRONMENT = "environment";
    static final String GROUPS = "groups";
    static final String OWNER = "owner";
    static final String JSONSTATS = "jsonstats";

    static final String Q = "q";
    static final String SEVERITY = "severity";
    static final String DESCRIPTION = "description";

    /** All keys of rules; no others may stand there. */
    static final List<String> ALL_OF_RULES = List.of(Q, OWNER, SEVERITY, DESCRIPTION);

    static final String TITLE = "title";
    static final String ROLE = "role";
    static final String LIKE = "like";
    static final String PROCESS = "process";
    static final String ACCOUNT = "account";
    static final String PORT = "port";
    static final String PACKAGE = "package";
    static final String DAEMON = "daemon";

    /** Keys of what products are recognised by. */
    static final List<String> MARKS_OF_PRODUCTS = List.of(PROCESS, ACCOUNT, PORT, PACKAGE, DAEMON);

    /** All keys of products; no others may stand there. */
    static final List<String> ALL_OF_PRODUCTS =
            List.of(TITLE, ROLE, LIKE, PROCESS, ACCOUNT, PORT, PACKAGE, DAEMON);

    static final String KEY = "key";
    static final String UNTIL = "until";

    /** All keys of signers; no others may stand there. */
    static final List<String> ALL_OF_SIGNERS = List.of(KEY, UNTIL);

    static final String SSH = "ssh.";
    static final String SSH_USER = "ssh.user";
    static final String SSH_PORT = "ssh.port";
    static final String SSH_IDENTITY = "ssh.identity";
    static final String SSH_JUMP = "ssh.jump";
    static final String SSH_HOSTKEYS = "ssh.hostkeys";
    static final String SSH_TIMEOUT = "ssh.timeout";

    static final String RUN_APPROVAL = "run.approval";
    static final String TRUST = "trust";

    /** All keys under {@code ssh.}; no others may stand there. */
    static final List<String> ALL_SSH =
            List.of(SSH_USER, SSH_PORT, SSH_IDENTITY, SSH_JUMP, SSH_HOSTKEYS, SSH_TIMEOUT);

    /** Keys whose misspelling is worth a warning. */
    static final List<String> STRUCTURE = List.of(ADDRESS, ENVIRONMENT, GROUPS, OWNER);

    /** What keys of secrets end in. */
    static final List<String> SECRETS = List.of("password", "secret", "token");

    private Keys() {}
}
