package org.sheliak.bridge.protocol;

/// The content of a message whose kind is known.
///
/// Spec: "Messaging in Jupyter", https://jupyter-client.readthedocs.io/en/stable/messaging.html
public sealed interface Content permits ShellRequest, ShellReply, IopubContent, CommContent, StdinContent {
    /// The kind, as in the header's `msg_type`.
    String msgType();
}
