/** What all verbs share: the options any of them takes, the server to ask, the way to print. */
@NullMarked
package dev.cadastre.cli.session;

import org.jspecify.annotations.NullMarked;
