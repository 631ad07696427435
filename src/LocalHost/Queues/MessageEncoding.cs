using Azure.Storage.Queues.Models;

namespace Logister.LocalHost.Queues;

/// <summary>
/// Decodes base64 here and not in the client, because the client gives up on a whole batch for one message that is not base64;
/// here it fails alone and ends, unchanged, in the poison queue.
/// </summary>
internal static class MessageEncoding
{
    public static QueueMessage Decode(QueueMessage message, bool isBase64) => isBase64
        ? QueuesModelFactory.QueueMessage(
            message.MessageId, message.PopReceipt, BinaryData.FromBytes(Convert.FromBase64String(message.MessageText)),
            message.DequeueCount, message.NextVisibleOn, message.InsertedOn, message.ExpiresOn)
        : message;
}
